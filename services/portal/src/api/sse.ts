export interface SseMessage {
  event: string;
  data: string;
}

/** Cuts a text/event-stream into messages as it arrives; keeps the unfinished rest between chunks. */
export class SseReader {
  private rest = '';

  take(chunk: string): SseMessage[] {
    const blocks = (this.rest + chunk).replaceAll('\r\n', '\n').split('\n\n');
    this.rest = blocks.pop() ?? '';
    return blocks.map(messageOf).filter((message) => message !== undefined);
  }
}

function messageOf(block: string): SseMessage | undefined {
  const lines = block.split('\n').filter((line) => !line.startsWith(':'));
  const valuesOf = (field: string): string[] =>
    lines.filter((line) => line.startsWith(`${field}:`)).map((line) => line.slice(field.length + 1).replace(/^ /, ''));
  const data = valuesOf('data').join('\n');
  return data === '' ? undefined : { event: valuesOf('event').at(-1) ?? 'message', data };
}
