/** The door to a time-stamp authority (RFC 3161). */
export abstract class TimeStamper {
  /**
   * A token that these bytes were there at its time.
   * @throws any error when there is none now: it is asked again
   */
  abstract stamp(bytes: Uint8Array): Promise<Uint8Array>;
}
