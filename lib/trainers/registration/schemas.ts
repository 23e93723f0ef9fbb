import { z } from "zod";
import { mailAddress } from "@/lib/accounts/addresses/schemas";
import { brokenRules, ruleMessages, rulesOfApplications } from "@/lib/accounts/passwords/rules";
import { civilities } from "@/lib/accounts/registration/vocabulary";
import { humanFields } from "@/lib/captcha/schemas";
import { accepted, personName, returnTo, ticked, typedDay, typedPassword } from "@/lib/core/fields";

const read = (document: string) => accepted(`Ouvrez ${document}, puis cochez cette case.`);

/** "Déposer un CV", block "Création d’un compte de connexion" (EI-20). */
export const trainerSignUpInput = z
  .strictObject({
    ...humanFields,
    retour: returnTo,
    civility: z.enum(civilities, { error: "Choisissez Madame ou Monsieur." }),
    birthName: personName("Indiquez votre nom de famille."),
    sameName: ticked,
    lastName: z.string().max(100).optional(),
    firstName: personName("Indiquez votre prénom."),
    bornOn: typedDay("Indiquez votre date de naissance."),
    address: mailAddress(),
    addressAgain: mailAddress("Saisissez votre adresse une seconde fois."),
    password: typedPassword("Choisissez un mot de passe."),
    confirmation: z.string({ error: "Saisissez le mot de passe une seconde fois." }).max(128),
    charter: read("la charte des intervenants"),
    conditions: read("les conditions générales d’emploi"),
    notices: read("les mentions légales"),
  })
  .transform((input, context) => {
    const lastName = personName("Indiquez votre nom d’usage, ou cochez « Identique au nom de famille ».").safeParse(
      input.sameName ? input.birthName : (input.lastName ?? ""),
    );
    if (!lastName.success) {
      context.addIssue({ code: "custom", path: ["lastName"], message: lastName.error.issues[0]?.message ?? "" });
      return z.NEVER;
    }
    const whole = { ...input, lastName: lastName.data };
    const broken = brokenRules(whole.password, whole, rulesOfApplications(["intervenants"]));
    for (const message of ruleMessages(broken)) context.addIssue({ code: "custom", path: ["password"], message });
    if (whole.confirmation !== whole.password)
      context.addIssue({ code: "custom", path: ["confirmation"], message: "Les deux mots de passe ne sont pas les mêmes." });
    if (whole.addressAgain !== whole.address)
      context.addIssue({ code: "custom", path: ["addressAgain"], message: "Les deux adresses ne sont pas les mêmes." });
    return whole;
  });
export type TrainerSignUpInput = z.output<typeof trainerSignUpInput>;
