import "./progress.js";
import "./forms.js";
import "./news.js";
