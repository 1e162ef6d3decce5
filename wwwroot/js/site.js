import "./progress.js";
import "./forms.js";
import "./news.js";
import "./copy.js";
import "./charts.js";
