/** The key of a button, where there is a keyboard; screen readers have the list of keys. */
export const Key = ({ children }: { readonly children: string }) => (
  <span aria-hidden className="hidden rounded-sm border border-current px-1 text-xs leading-normal font-normal pointer-fine:inline">
    {children}
  </span>
);
