import { clsx } from "clsx";
import { initialsOf } from "./initials";

const sizes = { small: "size-8 text-sm", medium: "size-11", large: "size-20 text-2xl" } as const;

type Props = { name: string; src?: string | undefined; size?: keyof typeof sizes };

/** The picture of somebody, else their initials. Decorative: the name always stands beside it. */
export function Avatar({ name, src, size = "medium" }: Props) {
  const shape = clsx("inline-flex shrink-0 items-center justify-center rounded-full", sizes[size]);
  // A private picture served by our own handler: nothing for an image optimiser to do.
  // oxlint-disable-next-line next/no-img-element
  if (src !== undefined) return <img src={src} alt="" className={clsx(shape, "border border-line object-cover")} />;
  return (
    <span aria-hidden className={clsx(shape, "bg-accent-soft font-semibold text-accent-strong")}>
      {initialsOf(name)}
    </span>
  );
}
