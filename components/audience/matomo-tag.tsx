"use client";

import { usePathname } from "next/navigation";
import { useEffect } from "react";

declare global {
  interface Window {
    _paq?: unknown[][];
  }
}

/** Loads Matomo once the visitor agreed, and counts each page; addresses of mailed links are never sent. */
export function MatomoTag({ url, siteId }: { readonly url: string; readonly siteId: number }) {
  const path = usePathname();
  useEffect(() => {
    const queue = (window._paq ??= []);
    const base = url.endsWith("/") ? url : `${url}/`;
    if (document.querySelector("script[data-matomo]") === null) {
      queue.push(
        ["setTrackerUrl", `${base}matomo.php`],
        ["setSiteId", String(siteId)],
        ["setDoNotTrack", true],
        ["setSecureCookie", location.protocol === "https:"],
      );
      const script = document.createElement("script");
      script.src = `${base}matomo.js`;
      script.async = true;
      script.dataset["matomo"] = "";
      document.head.append(script);
    }
    const counted = path.startsWith("/compte/lien/") ? "/compte/lien" : path;
    queue.push(["setReferrerUrl", ""], ["setCustomUrl", `${location.origin}${counted}`], ["setDocumentTitle", counted], ["trackPageView"]);
  }, [path, siteId, url]);
  return null;
}
