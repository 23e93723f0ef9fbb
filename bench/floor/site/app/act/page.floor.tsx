import { countViewAction } from "./actions";

export const dynamic = "force-dynamic";

export default function Act() {
  return (
    <form action={countViewAction}>
      <input name="id" defaultValue="1" aria-label="Numéro" />
      <button type="submit">Compter</button>
    </form>
  );
}
