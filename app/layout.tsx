import "./globals.css";
import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import type { ReactNode } from "react";
import { answerShown } from "@/lib/entry/form-answers";

// Self-hosted: no request leaves for a third party. Latin is preloaded; the extension comes only when a name needs it.
const text = localFont({
  src: "../node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2",
  weight: "200 800",
  variable: "--font-text",
});
const textExtended = localFont({
  src: "../node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-wght-normal.woff2",
  weight: "200 800",
  variable: "--font-text-ext",
  preload: false,
  adjustFontFallback: false,
  declarations: [{ prop: "unicode-range", value: "U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+1E00-1E9F, U+1EF2-1EFF" }],
});

/** A form refused without JavaScript is drawn again: the title, read first, says that something is wrong (TR-40). */
export async function generateMetadata(): Promise<Metadata> {
  const start = (await answerShown())?.status === "refused" ? "Erreur – " : "";
  return { title: { default: `${start}Espaces formation`, template: `${start}%s – Espaces formation` } };
}

export const viewport: Viewport = { colorScheme: "light dark", width: "device-width", initialScale: 1 };

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="fr" className={`${text.variable} ${textExtended.variable}`}>
      <body>{children}</body>
    </html>
  );
}
