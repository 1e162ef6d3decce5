import "./progress.js";
import "./forms.js";
