/** A text for people, in both languages of the programme. */
export interface Localised {
  kk: string;
  ru: string;
}

/** An event that is to be told, as canonical proto JSON; made by `event()` of @aigaq/contracts. */
export interface NewEvent {
  /** Full proto name: `aigaq.tasks.v1.AssignmentSubmitted`. */
  type: string;
  payload: Record<string, unknown>;
}

/** What a rule decides: the next state of one thing and the facts to tell about it; both are stored in one write. */
export interface Decision<T> {
  next: T;
  events: readonly NewEvent[];
}
