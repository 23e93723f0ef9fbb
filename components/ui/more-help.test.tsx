import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { MoreHelp } from "./more-help";
import { Toggletip } from "./toggletip";

const html = renderToStaticMarkup(
  <MoreHelp about="sur vos spécialités" title="Vos spécialités">
    <p>Trois suffisent.</p>
  </MoreHelp>,
);

test("EI-06 TR-41 “En savoir plus” opens and closes by the browser itself, and says on what", () => {
  const [, id = ""] = /<div id="([^"]+)" popover="auto" role="dialog"/u.exec(html) ?? [];
  expect(id).not.toBe("");
  expect(html).toContain(`popoverTarget="${id}" aria-haspopup="dialog"`);
  expect(html).toMatch(/En savoir plus<span class="sr-only"> sur vos spécialités<\/span>/u);
  expect(html).toContain(`aria-labelledby="${id}-title"`);
  expect(html).toMatch(new RegExp(`popoverTarget="${id}" popoverTargetAction="hide"`, "u"));
});

test("EI-06 TR-41 a tooltip opens by the browser itself, from a button that says what it explains", () => {
  const tip = renderToStaticMarkup(<Toggletip about="le SIRET">14 chiffres.</Toggletip>);
  const [, id = ""] = /<span id="([^"]+)" popover="auto"/u.exec(tip) ?? [];
  expect(tip).toMatch(new RegExp(`<button type="button" popoverTarget="${id}"`, "u"));
  expect(tip).toContain("Aide sur le SIRET");
});
