import { chromium, type Browser, type BrowserContext } from "@playwright/test";
import { findChromium } from "@/scripts/find-chromium";

export const openBrowser = async (say: (text: string) => void): Promise<Browser> =>
  chromium.launch({
    executablePath: await findChromium(say),
    args: ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });

/** A visitor who has seen nothing yet, or (with a cookie header's value) somebody signed in. */
export async function newVisitor(browser: Browser, origin: string, cookie?: string): Promise<BrowserContext> {
  const context = await browser.newContext({
    locale: "fr-FR",
    viewport: { width: 412, height: 823 },
    extraHTTPHeaders: { "x-forwarded-for": "10.200.0.1" },
  });
  const [name, value] = cookie?.split("=") ?? [];
  if (name !== undefined && value !== undefined) await context.addCookies([{ name, value, url: origin }]);
  return context;
}
