/** The mark of Aigaq: a seal that says checked. */
export function Emblem({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 40 40" aria-hidden="true" focusable="false" className="emblem">
      <circle cx="20" cy="20" r="18" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <circle cx="20" cy="20" r="14.6" fill="none" stroke="currentColor" strokeWidth="1.4" strokeDasharray="1.2 3.38" />
      <path
        d="M12.2 20.6l5.4 5.4L28.4 14.4"
        fill="none"
        stroke="var(--accent-bright)"
        strokeWidth="3.4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
