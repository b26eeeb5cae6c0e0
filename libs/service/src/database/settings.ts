/** Where the databases are: one per service, `<prefix>_<service>`; given by DoorsModule. */
export class DatabaseSettings {
  /** @param uri without a database name @param prefix tests take one of their own per file */
  constructor(
    readonly uri: string,
    readonly prefix = 'aigaq',
  ) {}
}
