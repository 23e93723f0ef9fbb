import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { HumanCheck } from "./human-check";

const markup = renderToStaticMarkup(<HumanCheck token="the.token" siteKey={null} />);

/** The opening tag of the field of that name. */
const field = (name: string) =>
  /<input[^>]*>/gu.exec(markup.slice(markup.lastIndexOf("<input", markup.indexOf(`name="${name}"`))))?.[0] ?? "";

test("TR-41 the box and the token are in the page itself, before any script", () => {
  expect(field("human")).toContain('type="checkbox"');
  expect(field("human")).toContain('value="on"');
  const [, label] = /<label for="([^"]+)"[^>]*>.*?Je ne suis pas un robot/u.exec(markup) ?? [];
  expect(field("human")).toContain(`id="${label}"`);
  expect(field("formToken")).toBe('<input type="hidden" name="formToken" value="the.token"/>');
});

test("TR-41 nobody sees, hears or reaches the trap", () => {
  expect(markup).toMatch(/<div aria-hidden="true" class="sr-only"><label>Site web<input[^>]*name="site_web"/u);
  expect(field("site_web").toLowerCase()).toContain('tabindex="-1"');
  expect(field("site_web").toLowerCase()).toContain('autocomplete="off"');
});

test("MC-06 no inline style, and no word from a third party, with or without its key", () => {
  for (const html of [markup, renderToStaticMarkup(<HumanCheck token="t" siteKey="key" />)]) {
    expect(html).not.toMatch(/style=|google|<script/u);
  }
});
