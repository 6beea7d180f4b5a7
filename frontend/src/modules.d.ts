declare module "swagger-ui-dist/swagger-ui-es-bundle.js" {
  interface Options {
    domNode: Element;
    url: string;
    deepLinking?: boolean;
    docExpansion?: "list" | "full" | "none";
    supportedSubmitMethods?: string[];
    onComplete?: () => void;
  }
  export default function SwaggerUI(options: Options): unknown;
}
