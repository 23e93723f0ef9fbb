import { fold } from "@/lib/core/text";
import type { Answers, LineKind } from "../profile/vocabulary";

/** One value read from a CV, that the trainer takes or leaves (EI-33). */
export type Proposal =
  | { readonly kind: "field"; readonly field: string; readonly value: string }
  | { readonly kind: "line"; readonly table: LineKind; readonly answers: Answers };

const mostProposals = 60;
/** Nobody writes more; what is longer is there to keep us busy. */
const [mostRead, longestLine] = [3_000, 400];

type Section = "work" | "education" | "training" | "language" | "other";
/** Titles as they are written in French CVs, without accents nor capitals. */
const titles: readonly (readonly [RegExp, Section])[] = [
  [/^(?:mes )?(?:experiences?|parcours|emplois?)(?: professionnel(?:le)?s?)?\b/u, "work"],
  [/^formations? (?:continues?|professionnelles?|complementaires?|suivies?)\b|^stages? et formations?\b/u, "training"],
  [/^(?:formations?|diplomes?|etudes|cursus|scolarite|parcours scolaire)\b/u, "education"],
  [/^langues?\b/u, "language"],
  [/^(?:competences?|centres? d.interets?|loisirs|divers|informatique|contact|profil|references|publications|informations)\b/u, "other"],
];

function sectionOf(line: string): Section | null {
  const folded = fold(line)
    .replace(/[^a-z' ]/gu, " ")
    .trim();
  if (folded.length > 60) return null;
  return titles.find(([title]) => title.test(folded))?.[1] ?? null;
}

const period =
  /(?:depuis\s+)?(?:(?:0?[1-9]|1[0-2])[/.-])?((?:19|20)\d{2})(?:\s*(?:-|–|—|à|a|au|\/)\s*(?:(?:0?[1-9]|1[0-2])[/.-])?((?:19|20)\d{2}|aujourd.hui|ce jour|maintenant|present|présent))?/iu;

/** Reads a CV's text: what is recognised with confidence, and nothing else. Pure. */
export function propose(text: string): readonly Proposal[] {
  const lines = text
    .split(/\r?\n/u, mostRead)
    .map((line) => line.slice(0, longestLine))
    .map((line) =>
      line
        .replace(/\s+/gu, " ")
        .replace(/^[•●▪■◦*·–-]\s*/u, "")
        .trim(),
    )
    .filter((line) => line !== "");
  return [...contact(lines), ...bySection(lines)].slice(0, mostProposals);
}

function contact(lines: readonly string[]): Proposal[] {
  const head = lines.slice(0, 40).join("\n");
  const phones = [...head.matchAll(/(?:\+33\s?(?:\(0\))?\s?|0)[1-9](?:[\s.-]?\d{2}){4}/gu)].map(([number]) => number.trim());
  const mobile = phones.find((number) => /^(?:\+33\s?(?:\(0\))?\s?|0)[67]/u.test(number));
  const fixed = phones.find((number) => number !== mobile);
  const place = /(?:^|\n|,\s*)([^\n,]{4,80})?[\n,]?\s*\b(\d{5})\s+(\p{Lu}[\p{L}' -]{1,60})/u.exec(head);
  const street = place?.[1]?.trim() ?? "";
  const fields = {
    personalPhone: fixed ?? mobile ?? "",
    personalMobile: fixed === undefined ? "" : (mobile ?? ""),
    street:
      /\d/u.test(street) && /\b(?:rue|avenue|av\.|boulevard|bd|place|chemin|impasse|route|allée|cours|quai|square)\b/iu.test(street)
        ? street
        : "",
    postcode: place?.[2] ?? "",
    city: place?.[3]?.trim() ?? "",
  };
  return Object.entries(fields).flatMap(([field, value]) => (value === "" ? [] : [{ kind: "field" as const, field, value }]));
}

function bySection(lines: readonly string[]): Proposal[] {
  const found: Proposal[] = [];
  let section: Section = "other";
  for (const [index, line] of lines.entries()) {
    const next = sectionOf(line);
    if (next !== null) {
      section = next;
      if (section !== "language" || !line.includes(":")) continue;
    }
    if (section === "language") found.push(...languagesIn(line));
    else if (section !== "other") {
      const proposal = datedLine(section, line, lines[index + 1]);
      if (proposal !== null) found.push(proposal);
    }
  }
  return found;
}

/** "2012-2019 : Directrice financière, Commune de Sélestat" */
function datedLine(section: "work" | "education" | "training", line: string, following: string | undefined): Proposal | null {
  const dated = period.exec(line);
  if (dated === null) return null;
  const rest = line
    .replace(dated[0], " ")
    .replace(/^[\s:–—|,-]+|[\s:–—|,-]+$/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
  const words =
    rest !== "" ? rest : following !== undefined && sectionOf(following) === null && period.exec(following) === null ? following : "";
  if (words === "") return null;
  const [first = "", ...others] = words.split(/\s+[–—|-]\s+|,\s+|\s+(?:chez|à la|au sein d[eu]|au)\s+/u);
  const second = others.join(", ");
  const when = dated[0].trim();
  if (section === "work") return { kind: "line", table: "work", answers: { jobTitle: first, employer: second, period: when } };
  if (section === "training") return { kind: "line", table: "training", answers: { label: first, organisation: second, year: when } };
  return { kind: "line", table: "education", answers: { diploma: first, organisation: second, year: when, level: levelOf(first) } };
}

const levels: readonly (readonly [RegExp, string])[] = [
  [/\b(?:doctorat|these|master|dess|dea|ingenieur|bac ?\+ ?[5-8])\b/u, "bac5"],
  [/\b(?:licence|bachelor|maitrise|bac ?\+ ?[34])\b/u, "bac3"],
  [/\b(?:bts|dut|deug|deust|bac ?\+ ?2)\b/u, "bac2"],
  [/\b(?:baccalaureat|bac)\b/u, "bac"],
  [/\b(?:cap|bep|brevet)\b/u, "below"],
];
const levelOf = (diploma: string): string => levels.find(([words]) => words.test(fold(diploma)))?.[1] ?? "";

const languages = [
  "anglais",
  "allemand",
  "espagnol",
  "italien",
  "portugais",
  "arabe",
  "russe",
  "chinois",
  "japonais",
  "néerlandais",
  "polonais",
  "turc",
  "alsacien",
  "breton",
  "basque",
  "catalan",
  "corse",
  "créole",
  "occitan",
  "langue des signes",
] as const;
const fluency: readonly (readonly [RegExp, string])[] = [
  [/\b(?:bilingue|langue maternelle|natif|c2)\b/u, "full"],
  [/\b(?:courant|couramment|lu,? (?:ecrit|parle)|b2|c1)\b/u, "good"],
  [/\b(?:notions|scolaire|debutant|intermediaire|a1|a2|b1)\b/u, "basic"],
];

function languagesIn(line: string): Proposal[] {
  const folded = fold(line);
  return languages
    .filter((language) => new RegExp(`\\b${fold(language)}\\b`, "u").test(folded))
    .map((language) => {
      const after = folded.slice(folded.indexOf(fold(language)));
      const level = fluency.find(([words]) => words.test(after.slice(0, 60)))?.[1] ?? "";
      return {
        kind: "line",
        table: "language",
        answers: { language: language.charAt(0).toUpperCase() + language.slice(1), conversation: level },
      };
    });
}
