/** What is wrong with a field; empty while nothing is. Name it in the field's `aria-describedby`. */
export function Told({ id, text }: { id: string; text: string }) {
  return (
    <p id={id} className="told" role={text === '' ? undefined : 'alert'}>
      {text}
    </p>
  );
}
