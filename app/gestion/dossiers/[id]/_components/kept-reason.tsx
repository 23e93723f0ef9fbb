"use client";

import { useEffect, useRef } from "react";
import { fillControl } from "@/components/form/autosave/controls";

/** What was written of a sending stays with this tab until it is closed: a reload, or a look that ended, loses nothing. */
export function KeptReason({ versionId }: { readonly versionId: string }) {
  const element = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const form = element.current?.closest("form");
    const field = form?.elements.namedItem("reason");
    if (!form || !(field instanceof HTMLTextAreaElement)) return;
    const place = `refusal-${versionId}`;
    const kept = sessionStorage.getItem(place);
    if (kept !== null && field.value === "") fillControl(form, "reason", kept);
    const keep = () => sessionStorage.setItem(place, field.value);
    field.addEventListener("input", keep);
    return () => field.removeEventListener("input", keep);
  }, [versionId]);
  return <span ref={element} hidden />;
}
