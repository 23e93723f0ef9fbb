import { SiteShell } from "@/app/_shell/site-shell";
import { AbsentPage } from "@/components/shell/refusal-pages";
import RootLayout from "./layout";

export const metadata = { title: "Page introuvable – Espaces formation" };

/** An address that no page has: a whole page, which no other one carries (TR-45). */
export default function UnknownAddress() {
  return (
    <RootLayout>
      <SiteShell application="compte">
        <AbsentPage />
      </SiteShell>
    </RootLayout>
  );
}
