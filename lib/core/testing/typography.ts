interface Rule {
  readonly name: string;
  readonly breaks: RegExp;
}

const rules: readonly Rule[] = [
  // But for a list of signs ("! ? -"), which is no sentence.
  { name: "plain space before : ; ? ! »", breaks: / (?![!?] [!?-])(?=[:;?!»](?:[\s)»]|$))/u },
  { name: "plain or no space inside « »", breaks: /«(?![\u00A0\u202F]|$)|[^\u00A0\u202F]»/u },
  { name: "straight apostrophe", breaks: /\p{L}'\p{L}/u },
  { name: "three dots", breaks: /\p{L}\.\.\./u },
];

/** In sources, these are also code: addresses, headers, names of events. */
const onScreen: readonly Rule[] = [{ name: "no space before : ; ? !", breaks: /[\p{L})»][:;?!](?:\s|$)/u }];

const faultsOf = (text: string, broken: readonly Rule[]): string[] =>
  broken.flatMap(({ name, breaks }) => {
    const found = breaks.exec(text);
    return found === null ? [] : [`${name}: ${text.slice(Math.max(0, found.index - 30), found.index + 30)}`];
  });

/** What breaks French typography in a text of the sources (TR-44), each with the words around it. */
export const typographyFaults = (text: string): string[] => faultsOf(text, rules);
/** The same, and more, for a line that a person reads. */
export const faultsOnScreen = (line: string): string[] => faultsOf(line, [...rules, ...onScreen]);
