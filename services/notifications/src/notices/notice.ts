import type { Localised } from '@aigaq/kernel';

/** A notice in somebody's inbox. The text is kept as it was written, in both languages. */
export interface Notice {
  /** Made from the occasion and the person, so that an event delivered twice gives one notice. */
  id: string;
  personId: string;
  locale: 'kk' | 'ru';
  email: string;
  /** The bodies for whose sake he is told: with his role there the notice passes to somebody else. */
  organisationIds: readonly string[];
  code: string;
  text: Localised;
  /** Path of the portal. */
  path: string;
  raisedAt: Date;
  readAt: Date | null;
  /** When the letter went out; null while it waits. */
  mailedAt: Date | null;
}

export type Recipient = Pick<Notice, 'personId' | 'locale' | 'email' | 'organisationIds'>;

export interface Occasion {
  /** What happens again under this id is told once. */
  occasionId: string;
  code: string;
  /** Other words for the same; the code when not said. */
  textCode?: string;
  path: string;
  /** Values of the placeholders, in both languages. */
  data: Record<string, Localised>;
  at: Date;
}

/** Texts of notices, by code: data/notices. */
export type NoticeTexts = Readonly<Record<string, Localised>>;

/** One notice for everybody concerned, except for the one who did it. */
export function noticesFor(occasion: Occasion, recipients: readonly Recipient[], actorId: string, texts: NoticeTexts): Notice[] {
  const others = recipients.filter(({ personId }) => personId !== actorId);
  return eachOnce(others).map((recipient) => ({
    ...recipient,
    id: noticeId(occasion.occasionId, occasion.code, recipient.personId),
    code: occasion.code,
    text: { kk: fill(occasion, 'kk', texts), ru: fill(occasion, 'ru', texts) },
    path: occasion.path,
    raisedAt: occasion.at,
    readAt: null,
    mailedAt: null,
  }));
}

/** A person who is told for the sake of several bodies. */
function eachOnce(recipients: readonly Recipient[]): Recipient[] {
  const each = new Map<string, Recipient>();
  for (const recipient of recipients) {
    const organisationIds = [...(each.get(recipient.personId)?.organisationIds ?? []), ...recipient.organisationIds];
    each.set(recipient.personId, { ...recipient, organisationIds: [...new Set(organisationIds)] });
  }
  return [...each.values()];
}

function noticeId(occasionId: string, code: string, personId: string): string {
  return [occasionId, code, personId].join(':');
}

/** The notice for the one who takes the role over, under the id that his own would have: so he has it once. */
export function passedOn(notice: Notice, to: Recipient): Notice {
  const occasionId = notice.id.slice(0, -noticeId('', notice.code, notice.personId).length);
  return { ...notice, ...to, id: noticeId(occasionId, notice.code, to.personId), readAt: null, mailedAt: null };
}

function fill({ code, textCode = code, data }: Occasion, locale: 'kk' | 'ru', texts: NoticeTexts): string {
  const text = texts[textCode]?.[locale];
  if (text === undefined) {
    throw new Error(`no text for the notice ${textCode}`);
  }
  return text.replace(/\{(\w+)\}/g, (_, name: string) => data[name]?.[locale] ?? '');
}
