import type { Page } from "@playwright/test";

/** Every line that a page shows or reads out, what is folded away included; code and what people typed in boxes are not text. */
export const linesOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    for (const folded of document.querySelectorAll("details")) folded.open = true;
    for (const code of document.querySelectorAll("code, pre, kbd, samp")) code.replaceWith("…");
    const named = [...document.querySelectorAll("[aria-label], [placeholder], img[alt]")].flatMap((element) =>
      ["aria-label", "placeholder", "alt"].map((name) => element.getAttribute(name) ?? ""),
    );
    return [document.title, ...document.body.innerText.split("\n"), ...named];
  });
