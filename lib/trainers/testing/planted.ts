import { randomBytes, randomInt, randomUUID } from "node:crypto";
import { nirKey } from "../dossier/nir-rules";

/** What must never be read in a copy of the database, of the store or of the logs. */
export interface Planted {
  readonly nir: string;
  readonly iban: string;
  /** Of a change of bank. */
  readonly laterIban: string;
  readonly bic: string;
  readonly birthPlace: string;
  readonly documentNumber: string;
  /** Words inside a file. */
  readonly mark: string;
}

const letters = (count: number) => Array.from({ length: count }, () => String.fromCharCode(65 + randomInt(26))).join("");
const digits = (count: number) => Array.from({ length: count }, () => randomInt(10)).join("");
const two = (value: number) => String(value).padStart(2, "0");

function aNir(): string {
  const thirteen = `${randomInt(1, 3)}${two(randomInt(30, 99))}${two(randomInt(1, 13))}${two(randomInt(1, 96)).replace("20", "21")}${digits(6).replaceAll("0", "7")}`;
  return thirteen + (nirKey(thirteen) ?? "");
}

/** A French account with the key of its bank and the two digits of the country. */
function anIban(): string {
  const [bank, branch, account] = [digits(5), digits(5), digits(11)];
  const key = 97n - ((89n * BigInt(bank) + 15n * BigInt(branch) + 3n * BigInt(account)) % 97n);
  const bban = `${bank}${branch}${account}${String(key).padStart(2, "0")}`;
  return `FR${String(98n - (BigInt(`${bban}152700`) % 97n)).padStart(2, "0")}${bban}`;
}

/** Values like those of a person, each unlike all others. */
export const planted = (): Planted => ({
  nir: aNir(),
  iban: anIban(),
  laterIban: anIban(),
  bic: `${letters(4)}FR${letters(5)}`,
  birthPlace: `Saint-${letters(1)}${letters(9).toLowerCase()}-sur-Mer`,
  documentNumber: `${digits(2)}${letters(3)}${digits(6)}`,
  mark: `mark ${randomUUID()} ${randomBytes(6).toString("hex")}`,
});

/** The ways in which a value could lie in a copy. */
export const disguises = (value: string): readonly string[] => {
  const bytes = Buffer.from(value);
  return [
    value,
    value.toLowerCase(),
    value.replace(/(.{4})(?=.)/gu, "$1 "),
    bytes.toString("hex"),
    // Its middle, wherever it begins in the base64 of something longer.
    ...[0, 1, 2].map((shift) =>
      Buffer.concat([Buffer.alloc(shift), bytes])
        .toString("base64")
        .slice(4, -4),
    ),
  ];
};
