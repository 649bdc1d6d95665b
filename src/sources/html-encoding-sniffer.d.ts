declare module 'html-encoding-sniffer' {
  interface Options {
    readonly xml?: boolean;
    readonly transportLayerEncodingLabel?: string;
    readonly defaultEncoding?: string;
    readonly maxPrescanBytes?: number;
  }

  /** Returns the name of a document's encoding, as defined by the HTML standard. */
  export default function sniff(bytes: Uint8Array, options?: Options): string;
}
