import { clsx } from "clsx";
import { paths } from "@/lib/core/paths";
import { mainlandOutlines, mainlandView, overseasOutlines, overseasView } from "@/lib/references/region-outlines.data";

export interface RegionChoice {
  readonly code: string;
  readonly name: string;
}

interface Props {
  readonly regions: readonly RegionChoice[];
  readonly current: string | undefined;
}

/**
 * The map, whose regions are links: no script. Plain links, so that the browser itself moves the screen and the focus to
 * the structures.
 */
export function RegionMap({ regions, current }: Props) {
  return (
    <div role="group" aria-label="Carte des régions" className="@container mx-auto w-full max-w-[38rem] min-w-0">
      <Mainland regions={regions} current={current} />
      <ul className="mt-4 grid grid-cols-3 gap-2 @min-[30rem]:grid-cols-5">
        {regions
          .filter(({ code }) => overseasOutlines[code] !== undefined)
          .map(({ code, name }) => (
            <li key={code}>
              <a href={paths.trainers.information({ region: code })} {...marked(code === current)} className={tileClass} data-outlined>
                <svg viewBox={`0 0 ${overseasView.width} ${overseasView.height}`} aria-hidden className="size-12">
                  <path d={overseasOutlines[code]} vectorEffect="non-scaling-stroke" className={outlineClass(code === current)} />
                </svg>
                {name}
              </a>
            </li>
          ))}
      </ul>
    </div>
  );
}

function Mainland({ regions, current }: Props) {
  const names = new Map(regions.map(({ code, name }) => [code, name]));
  // The chosen one is drawn last, so that its neighbours do not cover its border.
  const outlines = mainlandOutlines
    .filter(({ code }) => names.has(code))
    .toSorted((one, other) => Number(one.code === current) - Number(other.code === current));
  return (
    <svg viewBox={`0 0 ${mainlandView.width} ${mainlandView.height}`} className="block h-auto w-full overflow-visible">
      {outlines.map(({ code, path }) => (
        <a
          key={code}
          href={paths.trainers.information({ region: code })}
          aria-label={names.get(code)}
          {...marked(code === current)}
          className="group outline-none"
        >
          <title>{names.get(code)}</title>
          <path d={path} vectorEffect="non-scaling-stroke" className={clsx(outlineClass(code === current), focusClass)} />
        </a>
      ))}
      {/* Over all the outlines, and outside the links, which have their name in one piece. */}
      <g aria-hidden className={labelClass}>
        {outlines.map(({ code, label: { x, y, lines } }) => (
          <text key={code} y={y - ((lines.length - 1) * lineHeight) / 2} className={labelTone(code === current)}>
            {lines.map((line, index) => (
              <tspan key={line} x={x} dy={index === 0 ? "0.32em" : lineHeight}>
                {line}
              </tspan>
            ))}
          </text>
        ))}
      </g>
    </svg>
  );
}

const marked = (isCurrent: boolean) => (isCurrent ? { "aria-current": "true" as const } : {});

const lineHeight = 25;

/** Colours of the system where they are forced: shapes keep theirs otherwise. */
const outlineClass = (isCurrent: boolean) =>
  isCurrent
    ? "fill-accent stroke-accent-strong stroke-1 forced-colors:fill-[Highlight] forced-colors:stroke-[Highlight]"
    : clsx(
        "fill-accent-soft stroke-accent stroke-1 group-hover:fill-accent/35",
        "forced-colors:fill-[Canvas] forced-colors:stroke-[LinkText] forced-colors:group-hover:fill-[Canvas] forced-colors:group-hover:stroke-[3px]",
      );

/** The focus follows the outline: a rectangle would lie over the neighbours, which may hide half of this border. */
const focusClass =
  "[stroke-linejoin:round] group-focus-visible:stroke-focus group-focus-visible:stroke-[6px] forced-colors:group-focus-visible:stroke-[CanvasText]";

/** Names are written where there is room; on a phone they would be too small to read, and the list holds them. */
const labelClass = "pointer-events-none hidden text-[21px] font-semibold [text-anchor:middle] @min-[30rem]:block";
const labelTone = (isCurrent: boolean) =>
  isCurrent ? "fill-accent-ink forced-colors:fill-[HighlightText]" : "fill-ink forced-colors:fill-[LinkText]";

const tileClass = clsx(
  "group flex h-full flex-col items-center gap-1 rounded-md border border-line bg-surface-raised px-1 py-2 text-center text-sm",
  "hover:border-accent aria-[current]:border-accent aria-[current]:font-semibold aria-[current]:ring-1 aria-[current]:ring-accent",
);
