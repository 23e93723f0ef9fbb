import { Button } from "@/components/ui/button";
import { paths } from "@/lib/core/paths";

/** A plain GET form: the address of the page says what it shows. */
export function AddressFilter({ to }: { readonly to: string }) {
  return (
    <form action={paths.localMail()} className="mb-6 flex flex-wrap items-end gap-3">
      <div className="w-full sm:w-auto">
        <label htmlFor="to" className="block font-semibold">
          Destinataire
        </label>
        <input id="to" name="to" type="email" defaultValue={to} className="control mt-1 w-full sm:w-72" />
      </div>
      <Button type="submit" variant="secondary">
        Filtrer
      </Button>
    </form>
  );
}
