import { clsx } from "clsx";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";
export type ButtonSize = "small" | "medium" | "large";

const variants: Record<ButtonVariant, string> = {
  primary: "border-transparent bg-accent text-accent-ink hover:bg-accent-strong",
  secondary: "border-line-strong bg-surface-raised text-ink hover:border-ink-soft hover:bg-surface-sunken",
  quiet: "border-transparent bg-transparent text-accent hover:bg-accent-soft hover:text-accent-strong",
  danger: "border-danger bg-surface-raised text-danger hover:bg-danger hover:text-danger-ink",
};

const sizes: Record<ButtonSize, string> = {
  small: "min-h-9 px-3 py-1 text-sm",
  medium: "min-h-11 px-4 py-2",
  large: "min-h-13 px-6 py-3 text-lg",
};

/** The classes shared by buttons, links that look like buttons, and the triggers of overlays. */
export function buttonClass(variant: ButtonVariant = "primary", size: ButtonSize = "medium", extra?: string): string {
  return clsx(
    "inline-flex items-center justify-center gap-2 rounded-md border text-center leading-snug font-semibold no-underline transition-colors",
    "disabled:cursor-not-allowed disabled:border-line disabled:bg-surface-sunken disabled:text-ink-soft",
    "aria-disabled:cursor-not-allowed aria-disabled:border-line aria-disabled:bg-surface-sunken aria-disabled:text-ink-soft",
    variants[variant],
    sizes[size],
    extra,
  );
}
