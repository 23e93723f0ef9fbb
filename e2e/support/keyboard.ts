import { expect, type Page } from "@playwright/test";

/** Presses Tab until the element asked for has the focus: what somebody without a mouse does. */
export async function tabTo(page: Page, role: "textbox" | "checkbox" | "radio" | "button" | "link", name: RegExp): Promise<void> {
  const target = page.getByRole(role, { name }).first();
  for (let presses = 0; presses < 60; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`"${name.source}" cannot be reached with the keyboard`);
}

/** Reaches a field with Tab alone, then types. */
export async function type(page: Page, name: RegExp, text: string): Promise<void> {
  const field = page.getByLabel(name).first();
  for (let presses = 0; presses < 60; presses += 1) {
    if (await field.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press("Tab");
  }
  await expect(field).toBeFocused();
  await page.keyboard.type(text);
}
