import { Disclosure } from "@/components/ui/disclosure";
import { TextLink } from "@/components/ui/text-link";
import { paths } from "@/lib/core/paths";
import { page, titled } from "@/lib/entry/page";
import { readInstitution } from "@/lib/settings/institution";
import { Article, Chapter } from "../_components/article";

export const metadata = titled("Aide et contact");

export default page({ name: "information.help", policy: "visitor" }, async (ctx) => {
  const { supportPhone, supportHours, supportAddress } = await readInstitution(ctx);
  return (
    <Article title="Aide et contact">
      <Chapter title="Parler à quelqu’un">
        <p>
          Appelez le <strong className="whitespace-nowrap">{supportPhone}</strong> ({supportHours}), ou écrivez à{" "}
          <TextLink href={`mailto:${supportAddress}`}>{supportAddress}</TextLink>. L’assistance ne vous demandera jamais votre mot de passe.
        </p>
      </Chapter>
      <Chapter title="Intervenants : joindre une structure">
        <p>
          Chaque structure répond aux questions sur ses annonces, votre demande d’inscription et vos interventions : adresses, téléphones et
          accès sont sur la <TextLink href={paths.trainers.information()}>carte des structures</TextLink>.
        </p>
      </Chapter>
      <Chapter title="Questions fréquentes">
        <Disclosure title="Je n’ai pas reçu le courriel de confirmation">
          <p>
            Attendez quelques minutes et regardez dans les courriers indésirables. La page de confirmation permet de recevoir un nouveau
            courriel, ou de saisir le code à 8 chiffres reçu sur un autre appareil.
          </p>
        </Disclosure>
        <Disclosure title="Le lien du courriel ne fonctionne plus">
          <p>
            Un lien sert une seule fois et son délai est écrit dans le courriel. Ouvrez-le : la page dit ce qui s’est passé et propose d’en
            recevoir un autre.
          </p>
        </Disclosure>
        <Disclosure title="J’ai oublié mon mot de passe">
          <p>
            Choisissez <TextLink href={paths.account.forgotten()}>Mot de passe oublié ?</TextLink> : un lien vous permet d’en choisir un
            nouveau.
          </p>
        </Disclosure>
        <Disclosure title="Je suis connecté, et ensuite ?">
          <p>
            Ouvrez « <TextLink href={paths.applications}>Mes applications</TextLink> », en haut de chaque page, et choisissez celle dont
            vous avez besoin.
          </p>
        </Disclosure>
      </Chapter>
    </Article>
  );
});
