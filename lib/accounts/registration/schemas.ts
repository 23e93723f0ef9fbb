import { z } from "zod";
import { mailAddress, optionalMailAddress } from "@/lib/accounts/addresses/schemas";
import { applicationIds } from "@/lib/accounts/applications/vocabulary";
import { brokenRules, ruleMessages, rulesOfApplications } from "@/lib/accounts/passwords/rules";
import { phoneNumber } from "@/lib/accounts/phone/schemas";
import { humanFields } from "@/lib/captcha/schemas";
import { optionalPersonName, personName, returnTo, typedDay, typedPassword } from "@/lib/core/fields";
import { civilities } from "./vocabulary";

const common = {
  ...humanFields,
  application: z.enum(applicationIds),
  retour: returnTo,
  civility: z.enum(civilities, { error: "Choisissez Mme ou M." }),
  firstName: personName("Indiquez votre prénom."),
  lastName: personName("Indiquez votre nom."),
  address: mailAddress(),
  password: typedPassword("Choisissez un mot de passe."),
  confirmation: z.string({ error: "Saisissez le mot de passe une seconde fois." }).max(128),
};

interface Choosing {
  readonly application: (typeof applicationIds)[number];
  readonly firstName: string;
  readonly lastName: string;
  readonly password: string;
  readonly confirmation: string;
}

function checkPassword(input: Choosing, context: z.RefinementCtx): void {
  const broken = brokenRules(input.password, input, rulesOfApplications([input.application]));
  for (const message of ruleMessages(broken)) context.addIssue({ code: "custom", path: ["password"], message });
  if (input.confirmation !== input.password) {
    context.addIssue({ code: "custom", path: ["confirmation"], message: "Les deux mots de passe ne sont pas les mêmes." });
  }
}

/** "Créer mon Compte" (MC-01). */
export const signUpInput = z.strictObject(common).superRefine(checkPassword);

/** The same form when one comes from distance learning (MC-02). */
export const formadistSignUpInput = z
  .strictObject({
    ...common,
    birthName: optionalPersonName("Indiquez votre nom de naissance."),
    bornOn: typedDay("Indiquez votre date de naissance."),
    addressAgain: mailAddress("Saisissez votre adresse une seconde fois."),
    secondaryAddress: optionalMailAddress,
    phone: phoneNumber,
  })
  .superRefine(checkPassword)
  .superRefine((input, context) => {
    if (input.addressAgain !== input.address)
      context.addIssue({ code: "custom", path: ["addressAgain"], message: "Les deux adresses ne sont pas les mêmes." });
    if (input.secondaryAddress === input.address)
      context.addIssue({
        code: "custom",
        path: ["secondaryAddress"],
        message: "Indiquez une autre adresse que la première, ou laissez ce champ vide.",
      });
  });

/** From an application that asks for the birth and has documents of its own to accept (EI-20). */
export interface AcceptingSignUp extends Omit<z.output<typeof signUpInput>, "application"> {
  readonly application: (typeof applicationIds)[number];
  readonly birthName: string | null;
  readonly bornOn: string;
  readonly secondaryAddress: string | null;
  readonly phone: string | null;
  /** Versions accepted on the form, by document. */
  readonly accepted: Readonly<Record<string, string>>;
}

export type SignUpInput = z.output<typeof signUpInput>;
export type FormadistSignUpInput = z.output<typeof formadistSignUpInput>;
