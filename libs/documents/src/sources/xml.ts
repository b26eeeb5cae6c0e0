/** A piece of XML: a tag that opens (or stands alone), one that closes, or text between them. */
export type XmlPiece =
  | { readonly type: 'open'; readonly name: string; readonly attributes: string; readonly isEmpty: boolean }
  | { readonly type: 'close'; readonly name: string }
  | { readonly type: 'text'; readonly text: string };

const pieces = /<!\[CDATA\[([\s\S]*?)\]\]>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<(\/?)([^\s>/]+)((?:"[^"]*"|'[^']*'|[^>"'])*)>|([^<]+)/g;
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** XML that could define entities of its own; office programs never write it, and it can grow without measure. */
export function definesEntities(xml: string): boolean {
  return /<!(DOCTYPE|ENTITY)/i.test(xml);
}

/** Walks XML from the beginning to the end without building anything. Names are without their prefix. */
export function* walkXml(xml: string): Generator<XmlPiece> {
  for (const [, cdata, slash, name, rest, text] of xml.matchAll(pieces)) {
    if (cdata !== undefined) yield { type: 'text', text: cdata };
    else if (text !== undefined) yield { type: 'text', text: decoded(text) };
    else if (name !== undefined && slash === '/') yield { type: 'close', name: local(name) };
    else if (name !== undefined) yield { type: 'open', name: local(name), attributes: rest!, isEmpty: rest!.endsWith('/') };
  }
}

export interface XmlElement {
  readonly name: string;
  readonly attributes: string;
  /** What stands directly behind the tag. */
  readonly text: string;
}

/** Every element in the order of their opening tags, each with the text that begins it. */
export function* elementsOf(xml: string): Generator<XmlElement> {
  let current: { name: string; attributes: string; text: string } | null = null;
  let isOpen = false;
  for (const piece of walkXml(xml)) {
    if (piece.type === 'text') {
      if (current !== null && isOpen) current.text += piece.text;
      continue;
    }
    isOpen = false;
    if (piece.type !== 'open') continue;
    if (current !== null) yield current;
    current = { name: piece.name, attributes: piece.attributes, text: '' };
    isOpen = !piece.isEmpty;
  }
  if (current !== null) yield current;
}

/** The value of an attribute by its name without prefix. */
export function attributeOf(attributes: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  const value = found?.[1] ?? found?.[2];
  return value === undefined ? undefined : decoded(value);
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function decoded(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#[0-9]{1,7}|\w{1,8});/gi, (whole, code: string) => {
    if (!code.startsWith('#')) return named[code] ?? whole;
    const point = code[1] === 'x' ? Number.parseInt(code.slice(2), 16) : Number(code.slice(1));
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '';
  });
}
