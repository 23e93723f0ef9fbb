type Props = { label: string; /** 0 to 100. */ value: number; /** "3 pièces sur 8"; the percentage unless told. */ text?: string };

/** How far something is: the words beside it say the same as the bar. */
export function ProgressBar({ label, value, text }: Props) {
  const percent = Math.round(Math.min(100, Math.max(0, value)));
  const words = text ?? `${String(percent)} %`;
  return (
    <div>
      <div className="mb-1 flex flex-wrap justify-between gap-x-4 text-sm">
        <span>{label}</span>
        <span className="font-semibold tabular-nums">{words}</span>
      </div>
      {/* A native element: its size needs no inline style, which the CSP would refuse. */}
      <progress value={percent} max={100} aria-label={label} aria-valuetext={words} className="progress" />
    </div>
  );
}
