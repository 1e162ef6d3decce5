namespace Segmentation.Scaling;

/// <summary>How columns are made comparable: not at all, by mean and population standard deviation, by range, or by median and quartiles.</summary>
public enum ScalingMethod
{
    None,
    Standard,
    MinMax,
    Robust,
}
