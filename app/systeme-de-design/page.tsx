import {
  ArrowUp,
  BookOpenText,
  FormInput,
  LayoutTemplate,
  MapPin,
  MessageSquareText,
  MousePointerClick,
  Palette,
  PanelTop,
  Table2,
} from "lucide-react";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeader } from "@/components/ui/page-header";
import type { ShellNavigation } from "@/components/shell/shell-types";
import { paths } from "@/lib/core/paths";
import { page, titled } from "@/lib/entry/page";
import { Reading, Wayfinding } from "./_components/content";
import { Buttons, Messages } from "./_components/controls";
import { Forms, Overlays } from "./_components/forms";
import { Foundations } from "./_components/foundations";
import { Layouts } from "./_components/layouts";
import { SampleShell } from "./_components/sample-shell";
import { Tables } from "./_components/tables";

export const metadata = titled("Système de design");

const icon = { "aria-hidden": true, size: 20, className: "shrink-0" } as const;

const navigation: ShellNavigation = {
  title: "Système de design",
  groups: [
    {
      title: "Bases",
      links: [
        { label: "Fondations", href: "#fondations", icon: <Palette {...icon} /> },
        { label: "Boutons", href: "#boutons", icon: <MousePointerClick {...icon} /> },
        { label: "Messages et états", href: "#messages", icon: <MessageSquareText {...icon} /> },
      ],
    },
    {
      title: "Composer",
      links: [
        { label: "Formulaires", href: "#formulaires", icon: <FormInput {...icon} />, count: 3 },
        { label: "Dialogues, menus, onglets", href: "#superpositions", icon: <PanelTop {...icon} /> },
        { label: "Listes", href: "#listes", icon: <Table2 {...icon} /> },
        { label: "Se repérer", href: "#reperes", icon: <MapPin {...icon} /> },
        { label: "Lire", href: "#lecture", icon: <BookOpenText {...icon} /> },
        { label: "Mises en page", href: "#mises-en-page", icon: <LayoutTemplate {...icon} /> },
        { label: "Tout en haut", href: paths.design, exact: true, icon: <ArrowUp {...icon} /> },
      ],
    },
  ],
};

/** Every component in every state, with true texts: what the accessibility tests walk through. */
export default page({ name: "design.system", policy: "visitor", only: "demonstration" }, (_ctx, { searchParams }) =>
  Promise.resolve(
    <SampleShell
      navigation={navigation}
      breadcrumb={<Breadcrumb parents={[{ label: "Accueil", href: paths.home }]} current="Système de design" />}
    >
      <PageHeader title="Système de design" lead="Tous les composants, dans tous leurs états. Cette page n’existe qu’en démonstration." />
      <Foundations />
      <Buttons />
      <Messages />
      <Forms />
      <Overlays />
      <Tables searchParams={searchParams} />
      <Wayfinding />
      <Reading />
      <Layouts />
    </SampleShell>,
  ),
);
