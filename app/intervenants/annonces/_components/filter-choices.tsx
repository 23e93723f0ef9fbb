import { number } from "@/lib/core/format";
import { type Xml, xml } from "@/lib/core/xml";
import type { ListFilter } from "./criteria";

export interface Choice {
  readonly value: string;
  readonly label: string;
  /** What follows it: the sub-specialties of a specialty, the departments of a region, once it is chosen. */
  readonly within?: { readonly name: ListFilter; readonly choices: readonly Choice[] };
}

interface Props {
  readonly name: ListFilter;
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly chosen: (name: ListFilter, value: string) => boolean;
  readonly count: (name: ListFilter, value: string) => number;
}

/**
 * Native boxes of a GET form, each with the number of ads that it would give: the public search sends no script of its
 * own. Written as markup, for they are half of the page: as elements, each one would be made twice on the server, then
 * sent a second time to be checked by the browser.
 */
export const FilterChoices = (props: Props) => (
  <div className="max-h-96 overflow-y-auto" dangerouslySetInnerHTML={{ __html: listOf(props).text }} />
);

const listOf = ({ name, label, choices, chosen, count }: Props): Xml =>
  xml`<ul aria-label='${label}'>${choices.map(({ value, label: text, within }) => {
    const followers =
      within === undefined
        ? []
        : [xml`<div class='mb-2 ml-4 border-l-2 border-line pl-3'>${listOf({ ...within, label: `Dans ${text}`, chosen, count })}</div>`];
    return xml`<li>${boxOf({ name, value, label: text, isChosen: chosen(name, value), count: count(name, value) })}${followers}</li>`;
  })}</ul>`;

interface Box {
  readonly name: string;
  readonly value: string;
  readonly label: string;
  readonly isChosen: boolean;
  readonly count: number;
}

const checked = [xml` checked=''`];

const boxOf = ({ name, value, label, isChosen, count }: Box): Xml =>
  xml`<label class='choice'><input type='checkbox' class='tick' name='${name}' value='${value}'${isChosen ? checked : []}/><span>${label}</span><span>${number(count)}<span class='sr-only'> ${count > 1 ? "annonces" : "annonce"}</span></span></label>`;
