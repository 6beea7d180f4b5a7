// The API, to be tried in the browser.
import SwaggerUI from "swagger-ui-dist/swagger-ui-es-bundle.js";
import "swagger-ui-dist/swagger-ui.css";

const place = document.getElementById("swagger");
if (place !== null) {
  const url = place.dataset["url"] ?? "";
  place.replaceChildren();
  SwaggerUI({ domNode: place, url, deepLinking: false, docExpansion: "list", supportedSubmitMethods: ["get"] });
}
