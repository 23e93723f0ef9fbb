import { paths } from "@/lib/core/paths";
import type { Logo as Picture } from "@/lib/settings/logo/vocabulary";

/** The institution's logo. Decorative: the name stands beside it. On white in the dark, where its own ink would not be seen. */
export function Logo({ version, width, height }: Picture) {
  return (
    // Drawn at its size by ourselves: nothing for an image optimiser to do.
    // oxlint-disable-next-line next/no-img-element
    <img
      src={paths.api.logo(version)}
      alt=""
      width={width}
      height={height}
      className="h-8 w-auto max-w-20 shrink-0 object-contain sm:h-10 sm:max-w-44 dark:rounded-sm dark:bg-white dark:p-1"
    />
  );
}
