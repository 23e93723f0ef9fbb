import { paths } from "@/lib/core/paths";
import type { RegionChoice } from "./region-map";

/** The same choice as the map, in words. */
export function RegionList({ regions, current }: { readonly regions: readonly RegionChoice[]; readonly current: string | undefined }) {
  return (
    <ul className="columns-2 gap-x-6 sm:columns-3 xl:columns-1">
      {regions.map(({ code, name }) => (
        <li key={code} className="break-inside-avoid">
          <a
            href={paths.trainers.information({ region: code })}
            {...(code === current && { "aria-current": "true" })}
            className="link inline-block py-1.5 aria-[current]:font-bold"
          >
            {name}
          </a>
        </li>
      ))}
    </ul>
  );
}
