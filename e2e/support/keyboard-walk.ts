import type { Page } from "@playwright/test";
import { beginWalkScript, endWalkScript } from "./keyboard-in-page";

const batch = 20;
/** A page with more stops than this is one that nobody walks through; it is told as a trap. */
const most = 600;

/**
 * Presses Tab from the top of the page until it is back there, and tells what somebody without a mouse would suffer
 * from: what is never reached, what does not show that it has the focus or cannot be seen while it has it, what keeps
 * the focus, and a focus that jumps back up the page.
 */
export async function faultsOfKeyboardWalk(page: Page): Promise<string[]> {
  await page.evaluate(beginWalkScript);
  let isBack = false;
  for (let presses = 0; presses < most && !isBack; presses += batch) {
    for (let press = 0; press < batch; press += 1) await page.keyboard.press("Tab");
    isBack = await page.evaluate(() => globalThis.keyboardWalk?.isBack === true);
  }
  const faults = await page.evaluate<string[]>(endWalkScript);
  return isBack ? faults : [...faults, "the focus never comes back to the top of the page"];
}
