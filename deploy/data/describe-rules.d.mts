/** docs/evidence-rules.md as it has to be. */
export function rulesDocument(): string;
