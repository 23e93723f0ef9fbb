import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { Readable } from "node:stream";
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { askStore, type FileStore, StoredObjectMissing, type StoredObject } from "./store";

export interface S3Settings {
  /** Absent: Amazon's own, by region. */
  readonly endpoint?: string | undefined;
  readonly region: string;
  readonly bucket: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Milliseconds for one request, retries included. */
  readonly timeout?: number;
}

/** Everything of ours lies under this prefix, so that the bucket may hold other things. */
const prefix = "files/";

/** Any S3-compatible service (Amazon, OVHcloud, Scaleway, MinIO), addressed by path. */
export function s3Store({ endpoint, region, bucket, accessKeyId, secretAccessKey, timeout = 60_000 }: S3Settings): FileStore {
  const client = new S3Client({
    region,
    ...(endpoint === undefined ? {} : { endpoint }),
    forcePathStyle: true,
    credentials: { accessKeyId, secretAccessKey },
    // The newer checksums are unknown to several compatible services; our own encryption detects any change.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    logger: { trace: () => {}, debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
    requestHandler: { connectionTimeout: Math.min(5_000, timeout), socketTimeout: timeout },
  });
  const at = (key: string) => ({ Bucket: bucket, Key: `${prefix}${key}` });
  return {
    id: "s3",
    givesOwnBytes: false,
    put: (key, path) =>
      askStore("s3 put", timeout, async (abortSignal) => {
        const { size } = await stat(path);
        const put = () =>
          client.send(
            new PutObjectCommand({
              ...at(key),
              Body: createReadStream(path),
              ContentLength: size,
              ContentType: "application/octet-stream",
            }),
            { abortSignal },
          );
        // The client cannot try a stream again by itself; a file can be read twice.
        await put().catch((error: unknown) => (abortSignal.aborted ? Promise.reject(error) : put()));
        return key;
      }),
    get: (key) =>
      askStore("s3 get", timeout, async (abortSignal) => {
        const { Body } = await client.send(new GetObjectCommand(at(key)), { abortSignal }).catch(throwMissing);
        if (!(Body instanceof Readable)) throw new Error("no body");
        return Body;
      }),
    remove: (key) =>
      askStore("s3 remove", timeout, async (abortSignal) => void (await client.send(new DeleteObjectCommand(at(key)), { abortSignal }))),
    list: (olderThan) => listBucket(client, bucket, timeout, olderThan),
  };
}

function throwMissing(error: unknown): never {
  if (error instanceof NoSuchKey || error instanceof NotFound) throw new StoredObjectMissing("no such object", { cause: error });
  throw error;
}

async function* listBucket(client: S3Client, bucket: string, timeout: number, olderThan: Date): AsyncIterable<StoredObject> {
  let token: string | undefined;
  do {
    const command = new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, ContinuationToken: token });
    const page = await askStore("s3 list", timeout, (abortSignal) => client.send(command, { abortSignal }));
    for (const { Key, LastModified, Size } of page.Contents ?? []) {
      if (Key !== undefined && LastModified !== undefined && LastModified < olderThan)
        yield { key: Key.slice(prefix.length), bytes: Size ?? 0 };
    }
    token = page.NextContinuationToken;
  } while (token !== undefined);
}
