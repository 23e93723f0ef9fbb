import { describe, expect, test } from "vitest";
import { type Answer, type Send, uploadFile, UploadRefused } from "./upload-client";

const picture = new File(["x"], "moi.png");
const accepted: Answer = { status: 201, body: JSON.stringify({ id: "f1", name: "moi.jpg" }) };
const noWait = () => Promise.resolve();

/** Plays answers one after the other; "lost" is a network that gives none. */
function scripted(...answers: readonly (Answer | "lost")[]): { send: Send; tries: () => number } {
  let tries = 0;
  const send: Send = (_url, _file, _name, { onProgress }) => {
    const answer = answers[tries++];
    onProgress?.(1);
    return answer === undefined || answer === "lost" ? Promise.reject(new Error("network")) : Promise.resolve(answer);
  };
  return { send, tries: () => tries };
}

describe("TR-20 sending a file from the browser", () => {
  test("TR-20 a lost network is tried again, and the file arrives", async () => {
    const { send, tries } = scripted("lost", { status: 503, body: "" }, accepted);
    expect(await uploadFile("account_picture", picture, {}, send, noWait)).toEqual({ id: "f1", name: "moi.jpg" });
    expect(tries()).toBe(3);
  });

  test("TR-20 a refusal is shown in its own words and not tried again", async () => {
    const { send, tries } = scripted({ status: 422, body: JSON.stringify({ message: "Trop grand." }) }, accepted);
    await expect(uploadFile("account_picture", picture, {}, send, noWait)).rejects.toEqual(new UploadRefused("Trop grand."));
    expect(tries()).toBe(1);
  });

  test("TR-20 after three losses the person is told what to do", async () => {
    const { send, tries } = scripted("lost", "lost", "lost", accepted);
    await expect(uploadFile("account_picture", picture, {}, send, noWait)).rejects.toThrow("Vérifiez votre connexion");
    expect(tries()).toBe(3);
  });

  test("TR-20 a cancelled sending stops, also between two tries", async () => {
    const stop = new AbortController();
    const { send, tries } = scripted("lost", accepted);
    const waiting = () => Promise.resolve(stop.abort());
    await expect(uploadFile("account_picture", picture, { signal: stop.signal }, send, waiting)).rejects.toMatchObject({
      name: "AbortError",
    });
    expect(tries()).toBe(1);
  });
});
