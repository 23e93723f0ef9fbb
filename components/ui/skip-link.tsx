/** The first stop of the keyboard on every page. */
export function SkipLink({ href = "#contenu", children = "Aller au contenu" }: { href?: string; children?: string }) {
  return (
    <a
      href={href}
      className="sr-only font-semibold focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-50 focus:rounded-md focus:bg-accent focus:px-4 focus:py-3 focus:text-accent-ink"
    >
      {children}
    </a>
  );
}
