"use client";

import "./globals.css";
import UnexpectedError from "./error";

/** The same page when even the layout could not be made. */
export default function GlobalError(props: { readonly error: Error & { digest?: string }; readonly reset: () => void }) {
  return (
    <html lang="fr">
      <body>
        <UnexpectedError {...props} />
      </body>
    </html>
  );
}
