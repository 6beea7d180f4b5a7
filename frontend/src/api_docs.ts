// The API, to be tried in the browser.
import SwaggerUI from "swagger-ui-dist/swagger-ui-es-bundle.js";
import "swagger-ui-dist/swagger-ui.css";

const place = document.getElementById("swagger");
if (place !== null) {
  const url = place.dataset["url"] ?? "";
  place.replaceChildren();
  SwaggerUI({
    domNode: place, url, deepLinking: false, docExpansion: "list", supportedSubmitMethods: ["get"],
    // It takes itself for the whole page: here it is a part of one.
    onComplete: () => {
      for (const heading of place.querySelectorAll("h3")) heading.setAttribute("aria-level", "2");
    },
  });
}
