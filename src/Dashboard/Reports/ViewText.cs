using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Dashboard.Reports;

/// <summary>Renders a Razor view to text, outside of any request.</summary>
public sealed class ViewText(ICompositeViewEngine engine, ITempDataProvider tempData, IServiceProvider services)
{
    public async Task<string> RenderAsync<T>(string path, T model)
    {
        var action = new ActionContext(new DefaultHttpContext { RequestServices = services }, new RouteData(), new ActionDescriptor());
        var view = engine.GetView(executingFilePath: null, path, isMainPage: false).EnsureSuccessful(null).View!;
        var data = new ViewDataDictionary<T>(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = model };
        await using var text = new StringWriter();
        await view.RenderAsync(new ViewContext(action, view, data, new TempDataDictionary(action.HttpContext, tempData), text, new HtmlHelperOptions()));
        return text.ToString();
    }
}
