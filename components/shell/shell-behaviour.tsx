"use client";

import { usePathname } from "next/navigation";
import { useEffect } from "react";

/** The page before this one; outside the component, which may belong to a page and go with it. */
let previousPath: string | undefined;

/**
 * What native disclosures lack: closing with Escape, a press outside or a followed link; and the focus on the title
 * after a change of page. Everything works without it.
 */
export function ShellBehaviour() {
  const path = usePathname();

  useEffect(() => {
    closeAll();
    const moved = previousPath !== undefined && previousPath !== path;
    previousPath = path;
    if (!moved) return;
    const title = document.querySelector<HTMLElement>("main h1") ?? document.querySelector<HTMLElement>("main");
    if (!title || document.activeElement?.closest("main form, [role=dialog]")) return;
    title.tabIndex = -1;
    title.focus({ preventScroll: true });
  }, [path]);

  useEffect(() => {
    const onPress = (event: PointerEvent) => {
      closeAll(event.target instanceof Element ? event.target : undefined);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      const open = document.activeElement?.closest<HTMLDetailsElement>("details[data-disclosure][open]");
      closeAll();
      open?.querySelector("summary")?.focus();
    };
    const onFocus = (event: FocusEvent) => {
      if (event.target instanceof Element && event.target !== document.body) closeAll(event.target);
    };
    const onClick = (event: MouseEvent) => {
      if (event.target instanceof Element && event.target.closest("[data-drawer] a, [data-disclosure] a")) closeAll();
    };
    document.addEventListener("click", onClick);
    document.addEventListener("pointerdown", onPress);
    document.addEventListener("keydown", onKey);
    document.addEventListener("focusin", onFocus);
    return () => {
      document.removeEventListener("click", onClick);
      document.removeEventListener("pointerdown", onPress);
      document.removeEventListener("keydown", onKey);
      document.removeEventListener("focusin", onFocus);
    };
  }, []);

  return null;
}

/** Closes the open disclosures, but for the one that holds `inside`. */
function closeAll(inside?: Element) {
  for (const open of document.querySelectorAll<HTMLDetailsElement>("details[data-disclosure][open]")) {
    if (!inside || !open.contains(inside)) open.open = false;
  }
  if (inside) return;
  const drawer = document.querySelector<HTMLElement>("[data-drawer]");
  if (drawer && "popover" in drawer && drawer.matches(":popover-open")) drawer.hidePopover();
}
